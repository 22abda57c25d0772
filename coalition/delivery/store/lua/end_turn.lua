#!lua flags=allow-oom
-- Another may have begun theirs, if this one took too long.
local address, token = ARGV[1], ARGV[2]
if redis.call('GET', turn_at(address)) == token then redis.call('DEL', turn_at(address)) end
