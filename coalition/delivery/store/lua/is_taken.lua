#!lua flags=no-writes,allow-oom
return redis.call('EXISTS', turn_at(ARGV[1]))
