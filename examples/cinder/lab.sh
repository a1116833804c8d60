# Shared by up, down and volumes-left. Set here and used there:
# shellcheck shell=bash disable=SC2034
LAB=$(realpath -m -- "${LAB:-${TMPDIR:-/tmp}/evs-conformance-cinder}")
# Cinder has no route for a project id that is anything but hex digits and dashes.
PROJECT=${PROJECT:-00000000c1de400000000000000000e5}

say() { printf 'cinder: %s\n' "$*" >&2; }

# Prints the pid of this lab's Cinder, fails when it is not running. The number
# alone proves nothing: the system may have given it to another process since.
service_pid() {
    local pid
    pid=$(cat "$LAB/pid" 2>/dev/null) || return 1
    grep -qzxF -- "$LAB" "/proc/$pid/cmdline" 2>/dev/null &&
        grep -qz '/service\.py$' "/proc/$pid/cmdline" && echo "$pid"
}

stop_service() {
    local pid tries
    pid=$(service_pid) || return 0
    kill "$pid"
    for ((tries = 0; tries < 100; tries++)); do
        service_pid >/dev/null || return 0
        sleep 0.1
    done
    say "pid $pid does not stop when asked, killing it"
    kill -KILL "$pid"
}

# api METHOD PATH [BODY]: one request as administrator. Needs $url.
api() {
    curl -sS --noproxy '*' -m 20 -X "$1" "$url/v3/$PROJECT$2" \
        -H "X-Auth-Token: admin:$PROJECT" -H 'Content-Type: application/json' ${3:+-d "$3"}
}
