# Varnish in front of the site, told by it what has changed: with FRONT_CACHES=varnish://HOST:PORT.
# As varnish.vcl beside it, but a page is kept until the site purges one of its tags, for as long as
# the site says. Needs Debian's varnish-modules.
vcl 4.1;

import std;
import xkey;

# Where the site asks from, and nobody else: visitors must never reach this with such an address.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        # A visitor comes through what ends TLS, which may stand on this machine, and says so.
        if (client.ip !~ purgers || req.http.X-Forwarded-Proto) {
            return (synth(403));
        }
        # Nobody sees it any more,
        if (req.http.xkey-purge) {
            return (synth(200, "Purged " + xkey.purge(req.http.xkey-purge)));
        }
        # or only until it is made anew, and while the site is away.
        if (req.http.xkey-softpurge) {
            return (synth(200, "Purged " + xkey.softpurge(req.http.xkey-softpurge)));
        }
        return (synth(400));
    }
}

include "./varnish.vcl";

sub vcl_backend_response {
    if (beresp.status < 500 && !beresp.uncacheable && beresp.http.Surrogate-Control ~ "max-age=[0-9]+") {
        set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^.*max-age=([0-9]+).*$", "\1s"), 1s);
    }
}

sub vcl_deliver {
    unset resp.http.xkey;
    unset resp.http.Surrogate-Control;
}
