#!lua flags=no-writes,allow-oom
-- A page; only when it was written, if that is what the reader has in memory.
local address, is_for_stale, in_memory = ARGV[1], ARGV[2] == 'stale', ARGV[3]
local written, cold = standings()(address)
if not written or is_for_stale ~= (cold and true or false) then return false end
if written == in_memory then return {written} end
return redis.call('HMGET', page_at(address), 'written', 'description', 'identity', 'gzip', 'br')
