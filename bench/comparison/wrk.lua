-- Asks for the paths behind "--" in turn, or for the address itself, and says as JSON what came.

local MOST_TOLD = 20
local threads = {}

function setup(thread)
    threads[#threads + 1] = thread
end

function init(arguments)
    local asked = {}
    for _, path in ipairs(arguments) do
        asked[#asked + 1] = wrk.format("GET", path)
    end
    refusals = {}
    if #asked > 0 then
        local turn, begun = 0, os.time()
        request = function()
            turn = turn % #asked + 1
            return asked[turn]
        end
        response = function(status, headers, body)
            if status > 399 and #refusals < MOST_TOLD then
                refusals[#refusals + 1] = string.format(
                    '{"second": %d, "status": %d, "body": "%s"}', os.time() - begun, status, hex(body)
                )
            end
        end
    end
end

function hex(bytes)
    return (bytes:gsub(".", function(byte) return string.format("%02x", byte:byte()) end))
end

function done(summary, latency)
    local errors = summary.errors
    local told = {}
    for _, thread in ipairs(threads) do
        for _, refusal in ipairs(thread:get("refusals")) do
            told[#told + 1] = refusal
        end
    end
    io.write(string.format(
        '{"requests": %d, "seconds": %f, "bytes": %d, "p50": %f, "p99": %f, "refused": %d, "broken": %d,'
            .. ' "refusals": [%s]}\n',
        summary.requests, summary.duration / 1e6, summary.bytes,
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        errors.status, errors.connect + errors.read + errors.write + errors.timeout,
        table.concat(told, ", ")
    ))
end
