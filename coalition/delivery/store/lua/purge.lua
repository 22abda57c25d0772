#!lua flags=allow-oom
-- Sets aside, or removes for good, what waits for any of these tags; says which of it was fresh.
local is_for_good, most_known = ARGV[1] == 'for good', tonumber(ARGV[2])
local purged, standing, stamp = {}, standings(), tick()
redis.call('HSET', STATE, 'purged', text(stamp))

local function purge(address, linked)
    local written, cold = standing(address)
    -- Links of an earlier writing say nothing of this one.
    if not written or tonumber(written) ~= tonumber(linked) then return end
    if not cold then purged[#purged + 1] = address end
    if is_for_good then
        redis.call('UNLINK', page_at(address))
        redis.call('ZREM', DUE, address)
    elseif not cold then
        set_aside(address, stamp)
    end
end

for i = 3, #ARGV do
    redis.call('ZADD', PURGES, text(stamp), ARGV[i])
    local links = redis.call('ZRANGE', links_of(ARGV[i]), 0, -1, 'WITHSCORES')
    for j = 1, #links, 2 do purge(links[j], links[j + 1]) end
    if is_for_good then redis.call('DEL', links_of(ARGV[i])) end
end

redis.call('EXPIRE', PURGES, STATE_KEPT_FOR)
local too_many = redis.call('ZCARD', PURGES) - most_known
if too_many > 0 then
    local unknown = redis.call('ZPOPMIN', PURGES, too_many)
    redis.call('HSET', STATE, 'oldest', unknown[#unknown])
end
return purged
