#!lua
-- Stores a page, unless something that it waits for was purged since its making began.
local page, address, query, most_variants = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local generation, begun, ends = tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]
local FIRST_TAG = 12

if known('generation') ~= generation or begun < (known('oldest') or 0) then return 0 end
for i = FIRST_TAG, #ARGV do
    local purged = redis.call('ZSCORE', PURGES, ARGV[i])
    if purged and tonumber(purged) > begun then return 0 end
end

local written = tick()
-- What was written before it has expired by itself.
local dead = text(written - KEPT_FOR * 1000000)

if query ~= '' then
    local variants = 'pages:variants:' .. page
    redis.call('ZREMRANGEBYSCORE', variants, '-inf', dead)
    redis.call('ZADD', variants, text(written), query)
    redis.call('EXPIRE', variants, KEPT_FOR)
    local too_many = math.max(0, redis.call('ZCARD', variants) - most_variants)
    local oldest = redis.call('ZPOPMIN', variants, too_many)
    for i = 1, #oldest, 2 do redis.call('UNLINK', page_at(page .. '?' .. oldest[i])) end
end

redis.call('DEL', page_at(address))
redis.call('HSET', page_at(address), 'written', text(written), 'description', ARGV[8],
    'identity', ARGV[9], 'gzip', ARGV[10], 'br', ARGV[11])
redis.call('EXPIRE', page_at(address), KEPT_FOR)
for i = FIRST_TAG, #ARGV do
    local links = links_of(ARGV[i])
    redis.call('ZREMRANGEBYSCORE', links, '-inf', dead)
    redis.call('ZADD', links, text(written), address)
    redis.call('EXPIRE', links, KEPT_FOR)
end
redis.call('ZREMRANGEBYSCORE', DUE, '-inf', text(written / 1000000 - KEPT_FOR))
redis.call('ZADD', DUE, ends, address)
redis.call('EXPIRE', DUE, KEPT_FOR)
return 1
