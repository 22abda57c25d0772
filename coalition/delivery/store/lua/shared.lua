-- What all scripts know, besides FRESH_FOR and STALE_FOR in seconds. A script runs alone: what it
-- looks at does not change while it acts.
--
-- pages:state         clock, generation, forgotten, purged, oldest (stamps) and run (of the server)
-- pages:page:<addr>   a page: written, description, bodies; cold, since when it is set aside
-- pages:tag:<tag>     which pages wait for a tag, and which writing of each of them
-- pages:purges        when each tag was purged last
-- pages:due           when each page ends, or is too old to be shown, in seconds
-- pages:turn:<addr>   who makes a page at this moment
-- pages:variants:<p>  the queries under which a page is stored

local STATE, PURGES, DUE = 'pages:state', 'pages:purges', 'pages:due'
-- A page expires at the latest when it has been stale for a day, and what is known of it later.
local KEPT_FOR = FRESH_FOR + STALE_FOR
local STATE_KEPT_FOR = 2 * KEPT_FOR

local function page_at(address) return 'pages:page:' .. address end
local function turn_at(address) return 'pages:turn:' .. address end
local function links_of(tag) return 'pages:tag:' .. tag end

-- Lua would write it with fourteen digits.
local function text(stamp) return string.format('%.0f', stamp) end

-- The server's clock, in microseconds: no machine asks its own.
local function now()
    local time = redis.call('TIME')
    return time[1] * 1000000 + time[2]
end

local function known(name)
    local value = redis.call('HGET', STATE, name)
    return value and tonumber(value)
end

-- A stamp like no other before it, even where the clock is set back.
local function tick()
    local stamp = math.max(now(), (known('clock') or 0) + 1)
    redis.call('HSET', STATE, 'clock', text(stamp))
    redis.call('EXPIRE', STATE, STATE_KEPT_FOR)
    return stamp
end

local function run_of_server()
    return redis.call('INFO', 'server'):match('run_id:(%w+)')
end

-- From here on nothing counts that was written before, or is not even shown.
local function begin_generation(is_for_good)
    local stamp = text(tick())
    redis.call('HSET', STATE, 'generation', stamp, 'purged', stamp, 'run', run_of_server())
    redis.call('HSETNX', STATE, 'forgotten', stamp)
    if is_for_good then redis.call('HSET', STATE, 'forgotten', stamp) end
    for _, address in ipairs(redis.call('ZRANGE', DUE, 0, -1)) do
        local page = page_at(address)
        if is_for_good then
            redis.call('UNLINK', page)
            redis.call('ZREM', DUE, address)
        elseif redis.call('HEXISTS', page, 'cold') == 0 then
            redis.call('ZADD', DUE, 'LT', text(stamp / 1000000), address)
        end
    end
end

-- Of pages, as they stand when a script begins: when one was written, and since when it is set
-- aside; nothing if it is not to be shown at all.
local function standings()
    local generation, forgotten = known('generation'), known('forgotten')
    return function(address)
        local written, cold = unpack(redis.call('HMGET', page_at(address), 'written', 'cold'))
        if not written or not generation or tonumber(written) < forgotten then return nil end
        if not cold and tonumber(written) < generation then cold = text(generation) end
        return written, cold
    end
end

local function set_aside(address, stamp)
    local page = page_at(address)
    redis.call('HSET', page, 'cold', text(stamp))
    local ends = stamp / 1000000 + STALE_FOR
    redis.call('EXPIREAT', page, text(ends))
    -- By then it has expired.
    redis.call('ZADD', DUE, text(ends + 1), address)
end
