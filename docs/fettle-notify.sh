#!/bin/sh
# Tells Fettle of a notification of Icinga 2 or Nagios. Needs curl and jq. The address stands in /etc/fettle-notify.conf, readable by the
# monitoring's user alone:
#
#   FETTLE_URL='https://desk.example/hooks/…'
#   FETTLE_SECRET='…'            (where the connector asks for one)
#
# Everything is said by environment variables, so that no text of a check becomes a part of a command:
#   TYPE HOST HOST_DISPLAY ADDRESS SERVICE STATE OUTPUT TIME SINCE AUTHOR COMMENT CLIENT PROBLEM LAST_PROBLEM URL
set -eu
. "${FETTLE_CONF:-/etc/fettle-notify.conf}"

jq -n '{type: env.TYPE, host: env.HOST, host_display: env.HOST_DISPLAY, address: env.ADDRESS, service: env.SERVICE, state: env.STATE,
  output: env.OUTPUT, time: env.TIME, since: env.SINCE, author: env.AUTHOR, comment: env.COMMENT, client: env.CLIENT,
  problem: env.PROBLEM, last_problem: env.LAST_PROBLEM, url: env.URL}' |
  curl --silent --show-error --fail --max-time 20 --retry 3 \
    --header 'Content-Type: application/json' --header "X-Fettle-Secret: ${FETTLE_SECRET:-}" \
    --data-binary @- "$FETTLE_URL" >/dev/null
