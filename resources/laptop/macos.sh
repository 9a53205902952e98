#!/bin/sh
# Laptop report for the kiosk, macOS. Run it from the USB stick in Terminal:  sh /Volumes/STICK/macos.sh
# It asks the Mac's own tools and writes ONE file beside itself, or into the folder named as its argument.
# It changes nothing on the Mac, reads no personal file and needs no network. A tool that is missing is said in the report.
LC_ALL=C
export LC_ALL
folder=${1:-$(dirname "$0")}
file="$folder/laptop-report-$(date -u +%Y%m%d-%H%M%S).json"
temporary=$(mktemp -t laptop-report 2>/dev/null || mktemp) || exit 1
trap 'rm -f "$temporary"' EXIT
first=yes

entry() {
    [ "$first" = yes ] || printf ',\n'
    first=no
    printf '"%s":{"status":%d,"base64":"' "$1" "$2"
    head -c 1048576 | base64 | tr -d '\n'
    printf '"}'
}

ask() {
    name=$1
    shift
    if ! command -v "$1" >/dev/null 2>&1; then
        entry "$name" 127 </dev/null
        return
    fi
    "$@" >"$temporary" 2>/dev/null
    entry "$name" $? <"$temporary"
}

report() {
    printf '{"kiosk_laptop_report":1,"system":"macos","made_at":"%s","outputs":{\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
    ask system_profiler:hardware system_profiler SPHardwareDataType -json
    ask system_profiler:power system_profiler SPPowerDataType -json
    ask ioreg ioreg -arn AppleSmartBattery
    ask smartctl:disk0 smartctl -j -a disk0
    ask fdesetup fdesetup status
    ask profiles profiles status -type enrollment
    printf '\n}}\n'
}

report >"$file.part" && mv "$file.part" "$file" && echo "$file"
