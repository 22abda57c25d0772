# Varnish in front of the site, in place of nginx's own folder of pages. It asks again after a second,
# behind the visitor's back: the site answers from its stored pages in a moment, and mostly that
# nothing has changed. So nobody has to tell Varnish what to forget, and a page is two seconds old
# at the most; when the site is away, its pages are shown for a day.
vcl 4.1;

import std;

backend site {
    .host = "127.0.0.1";
    .port = "8000";
    .probe = {
        .url = "/healthz";
        .interval = 2s;
        .timeout = 2s;
    }
}

# What ends TLS and says for whom it asks: it has to overwrite what visitors claim, as nginx.conf does.
acl tls {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (client.ip !~ tls) {
        unset req.http.X-Forwarded-Proto;
        set req.http.X-Forwarded-For = client.ip;
    }
    # Varnish adds whoever asks; but for them there is the visitor.
    set req.http.X-Forwarded-For = regsub(req.http.X-Forwarded-For, ", [^,]*$", "");
    if (req.http.X-Forwarded-Proto != "https") {
        set req.http.X-Forwarded-Proto = "http";
    }
    # To the site, these would be the same two; the others it does not believe.
    unset req.http.X_Forwarded_For;
    unset req.http.X_Forwarded_Proto;
    unset req.http.Forwarded;
    unset req.http.X-Forwarded-Host;
    unset req.http.X-Original-URL;
    unset req.http.X-Rewrite-URL;

    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # The back office, what one has chosen, and whoever is signed in or has just done something.
    if (req.url ~ "^/(admin|documents|[a-z]+/cookies)/" || req.http.Cookie ~ "(^|; )(__Host-)?(session|csrf|messages)=") {
        return (pass);
    }
    # A cookie that is neither the answer about cookies nor the language may be one that nobody has agreed
    # to: the site clears it, or hands out its stored page. While it is away, there is ours.
    if (req.http.Cookie ~ "(^|; *)(?!(cookie_consent|django_language)=)[^; ]" && req.url !~ "^/(static|media)/"
        && std.healthy(req.backend_hint) && req.restarts == 0) {
        return (pass);
    }
    # No public page differs by a cookie; that of the chosen language leads from the first address on.
    if (req.url != "/") {
        unset req.http.Cookie;
    }
    # Whoever wants few bytes is sent on by an answer of their own.
    if (req.http.Save-Data) {
        return (pass);
    }
    set req.grace = 24h;
    if (std.healthy(req.backend_hint) && req.restarts == 0) {
        set req.grace = 1s;
    }
    return (hash);
}

sub vcl_hash {
    # Whoever comes without TLS is sent to where there is, and nobody else.
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_backend_response {
    set beresp.grace = 24h;
    set beresp.keep = 24h;
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        # The page before is better than this.
        return (abandon);
    }
    if (beresp.status >= 500) {
        # Not even for a moment.
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        set beresp.uncacheable = false;
    } else if (beresp.http.Set-Cookie || beresp.http.Cache-Control !~ "public") {
        set beresp.uncacheable = true;
        set beresp.ttl = 1s;
    } else if (bereq.url ~ "^/media/") {
        # Nobody tells us which of them is taken away, for somebody's safety perhaps.
        set beresp.ttl = 1s;
        set beresp.grace = 1s;
        set beresp.keep = 1s;
    } else if (bereq.url !~ "^/static/") {
        set beresp.ttl = 1s;
    }
}

sub vcl_deliver {
    # It has failed just now: any page of this address is better.
    if (resp.status >= 500 && req.restarts == 0 && req.method == "GET") {
        return (restart);
    }
    # Its age is for caches that do not ask again.
    unset resp.http.Age;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
}
