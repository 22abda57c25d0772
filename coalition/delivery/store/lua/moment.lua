#!lua flags=allow-oom
-- What counts at this moment: the generation, and the last purge.
if not known('generation') then begin_generation(true) end
return redis.call('HMGET', STATE, 'generation', 'purged')
