#!lua flags=allow-oom
-- Sets aside what has changed by itself, or with its generation; the rest has expired, and only its
-- name is left. Others wait meanwhile: what is too much for once is left for the next time.
local MOST = 10000
local ended, standing, stamp = {}, standings(), now()
local due = redis.call('ZRANGEBYSCORE', DUE, '-inf', text(stamp / 1000000), 'LIMIT', 0, MOST)
for _, address in ipairs(due) do
    local written, cold = standing(address)
    if written then
        ended[#ended + 1] = address
        set_aside(address, cold or stamp)
    else
        redis.call('ZREM', DUE, address)
    end
end
return ended
