#!lua
-- Whether it is this one's turn to make a page; it ends by itself where nobody ends it.
local address, token, milliseconds = ARGV[1], ARGV[2], ARGV[3]
return redis.call('SET', turn_at(address), token, 'NX', 'PX', milliseconds) and 1 or 0
