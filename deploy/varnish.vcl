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
    # While the site is away, or has failed just now, any page of ours is better.
    set req.grace = 24h;
    if (std.healthy(req.backend_hint) && req.restarts == 0) {
        set req.grace = 1s;
        # A cookie that is neither the answer about cookies nor the language may be one that nobody has
        # agreed to: the site clears it, or hands out its stored page.
        if (req.http.Cookie ~ "(^|; *)(?!((__Host-)?cookie_consent|django_language)=)[^; ]" && req.url !~ "^/(static|media)/") {
            return (pass);
        }
        # Whoever wants few bytes is sent on by an answer of their own, from a page that says nothing of it.
        if (req.http.Save-Data && req.url ~ "^/[a-z]+/([^?]*/)?(\?|$)" && req.url !~ "\?.*pictures=") {
            return (pass);
        }
    }
    # No public page differs by a cookie; that of the chosen language leads from the first address on.
    if (req.url != "/") {
        unset req.http.Cookie;
    }
    # Nor by this, once that one is left out: nobody's wish is kept for others.
    unset req.http.Save-Data;
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

# While the site is away and there is no page before: that, in the language of the address.
sub vcl_backend_error {
    set beresp.http.Content-Type = "text/html; charset=utf-8";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Retry-After = "30";
    set beresp.http.Content-Security-Policy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    set beresp.http.Strict-Transport-Security = "max-age=63072000; includeSubDomains; preload";
    set beresp.http.X-Content-Type-Options = "nosniff";
    if (bereq.url ~ "^/fr/") {
        synthetic({"<!doctype html><html lang="fr"><meta name="viewport" content="width=device-width"><title>Cette page doit attendre un instant</title><h1>Cette page doit attendre un instant</h1><p>Veuillez réessayer dans trente secondes.</p></html>"});
    } else if (bereq.url ~ "^/ar/") {
        synthetic({"<!doctype html><html lang="ar" dir="rtl"><meta name="viewport" content="width=device-width"><title>على هذه الصفحة أن تنتظر لحظة</title><h1>على هذه الصفحة أن تنتظر لحظة</h1><p>يُرجى المحاولة مجددًا بعد نصف دقيقة.</p></html>"});
    } else {
        synthetic({"<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>This page has to wait a moment</title><h1>This page has to wait a moment</h1><p>Please try again in half a minute.</p></html>"});
    }
    return (deliver);
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
