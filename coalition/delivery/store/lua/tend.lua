#!lua flags=allow-oom
-- Sets aside what has changed by itself; the rest has expired, and only its name is left.
local ended, standing, stamp = {}, standings(), now()
for _, address in ipairs(redis.call('ZRANGEBYSCORE', DUE, '-inf', text(stamp / 1000000))) do
    local written, cold = standing(address)
    if written then
        if not cold then ended[#ended + 1] = address end
        set_aside(address, stamp)
    else
        redis.call('ZREM', DUE, address)
    end
end
return ended
