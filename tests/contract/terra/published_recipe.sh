#!/usr/bin/env bash
# One signed call of TerraAPI with curl and openssl, as DJI's quick start describes the signature.
#
#   APP_KEY=... SECRET_KEY=... published_recipe.sh BASE_URL METHOD TARGET [BODY]
#
# BASE_URL is what stands before /terra-rescon-be; TARGET is path and query. Prints the answer, then its HTTP status.
set -euo pipefail

base_url=$1 method=$2 target=$3 body=${4-}

date=$(LC_ALL=C date -u '+%a, %d %b %Y %H:%M:%S GMT')
digest="SHA-256=$(printf '%s' "$body" | openssl dgst -sha256 -binary | openssl base64 -A)"
lines=$(printf 'date: %s\n@request-target: %s %s\ndigest: %s' "$date" "${method,,}" "$target" "$digest")
signature=$(printf '%s' "$lines" | openssl dgst -sha256 -hmac "$SECRET_KEY" -binary | openssl base64 -A)

curl --silent --show-error --noproxy '*' --max-time 20 --path-as-is --globoff \
  --request "$method" \
  --header "Date: $date" \
  --header "Digest: $digest" \
  --header "Authorization: hmac username=\"$APP_KEY\", algorithm=\"hmac-sha256\", headers=\"date @request-target digest\", signature=\"$signature\"" \
  --header 'Content-Type: application/json;charset=UTF-8' \
  ${body:+--data-binary "$body"} \
  --write-out '\n%{http_code}' \
  "$base_url$target"
