#!lua flags=no-writes,allow-oom
-- Microseconds since this page was set aside, if it was; else since all were.
local _, cold = standings()(ARGV[1])
return now() - tonumber(cold or known('generation') or now())
