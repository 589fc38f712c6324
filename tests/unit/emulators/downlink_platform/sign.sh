#!/bin/sh
# Sign a request with openssl and send it with curl: what a surveyor without any library can do.
# Usage: sign.sh METHOD URL PATH QUERY BODY_FILE NONCE; API_ID and API_KEY are in the environment. QUERY is sorted.
set -eu
method=$1 url=$2 path=$3 query=$4 body=$5 nonce=$6
now=$(date +%s)
hash=$(openssl dgst -sha256 -r "$body" | cut -d ' ' -f 1)
text=$(printf '%s\n' "UTMOS-HMAC-SHA256" "$method" "$path" "$query" "$API_ID" "$now" "$nonce" "$hash")
signature=$(printf '%s' "$text" | openssl dgst -sha256 -hmac "$API_KEY" -r | cut -d ' ' -f 1)
[ "$method" = GET ] || set -- --data-binary "@$body" -H "Content-Type: application/json"
[ "$method" != GET ] || set --
exec curl --silent --show-error --noproxy '*' --max-time 10 --write-out '\n%{http_code}' -X "$method" \
  "$url$path${query:+?$query}" "$@" \
  -H "X-Api-Id: $API_ID" -H "X-Api-Timestamp: $now" -H "X-Api-Nonce: $nonce" -H "X-Api-Signature: $signature"
