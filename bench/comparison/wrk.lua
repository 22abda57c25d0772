-- Asks for the paths behind "--" in turn, or for the address itself, and says as JSON what came.

function init(arguments)
    local asked = {}
    for _, path in ipairs(arguments) do
        asked[#asked + 1] = wrk.format("GET", path)
    end
    if #asked > 0 then
        local turn = 0
        request = function()
            turn = turn % #asked + 1
            return asked[turn]
        end
    end
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        '{"requests": %d, "seconds": %f, "bytes": %d, "p50": %f, "p99": %f, "refused": %d, "broken": %d}\n',
        summary.requests, summary.duration / 1e6, summary.bytes,
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        errors.status, errors.connect + errors.read + errors.write + errors.timeout
    ))
end
