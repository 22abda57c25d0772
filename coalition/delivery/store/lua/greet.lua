#!lua flags=allow-oom
-- Said on every connection. A server that has started again, or is another, may have come back
-- with pages of long ago and without the last purges: nothing of that is ever shown.
local memory = redis.call('INFO', 'memory')
if memory:match('maxmemory:(%d+)') ~= '0' and not memory:match('maxmemory_policy:noeviction') then
    return redis.error_reply('ERR It would drop what tells which pages to purge: it needs maxmemory-policy noeviction.')
end
if redis.call('HGET', STATE, 'run') ~= run_of_server() then begin_generation(true) end
