#!lua flags=allow-oom
begin_generation(ARGV[1] == 'for good')
