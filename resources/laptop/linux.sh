#!/bin/sh
# Laptop report for the kiosk, Linux. Run it as root from the USB stick (live system):  sudo sh linux.sh
# It asks the laptop's own tools and writes ONE file beside itself, or into the folder named as its argument.
# It changes nothing on the laptop, reads no personal file and needs no network. A tool that is missing is said in the report.
LC_ALL=C
export LC_ALL
folder=${1:-$(dirname "$0")}
file="$folder/laptop-report-$(date -u +%Y%m%d-%H%M%S).json"
temporary=$(mktemp) || exit 1
trap 'rm -f "$temporary"' EXIT
first=yes

# entry NAME STATUS < output: one more output, as base64, so that nothing in it can break the file
entry() {
    [ "$first" = yes ] || printf ',\n'
    first=no
    printf '"%s":{"status":%d,"base64":"' "$1" "$2"
    head -c 1048576 | base64 | tr -d '\n'
    printf '"}'
}

# ask NAME COMMAND...: what a command says, or that it is missing (127) or hung (124)
ask() {
    name=$1
    shift
    if ! command -v "$1" >/dev/null 2>&1; then
        entry "$name" 127 </dev/null
        return
    fi
    if command -v timeout >/dev/null 2>&1; then
        timeout 20 "$@" >"$temporary" 2>/dev/null
    else
        "$@" >"$temporary" 2>/dev/null
    fi
    entry "$name" $? <"$temporary"
}

# show NAME FILE: a file of the kernel, where there is one
show() {
    if [ -r "$2" ]; then entry "$1" 0 <"$2"; fi
}

report() {
    printf '{"kiosk_laptop_report":1,"system":"linux","made_at":"%s","outputs":{\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
    ask dmidecode dmidecode -t system
    for key in sys_vendor product_name product_version product_serial; do
        show "dmi:$key" "/sys/class/dmi/id/$key"
    done
    ask upower upower --dump
    for battery in /sys/class/power_supply/BAT*/uevent; do
        [ -r "$battery" ] && show "battery:$(basename "$(dirname "$battery")" | tr -cd 'A-Za-z0-9')" "$battery"
    done
    if command -v smartctl >/dev/null 2>&1; then
        for disk in $(lsblk -dnro NAME,TYPE,TRAN 2>/dev/null | awk '$2 == "disk" && $3 != "usb" && $1 !~ /^(zram|loop|ram)/ { print $1 }'); do
            ask "smartctl:$(printf %s "$disk" | tr -cd 'A-Za-z0-9')" smartctl -j -a "/dev/$disk"
        done
    else
        entry smartctl 127 </dev/null
    fi
    ask filesystems sh -c "for disk in \$(lsblk -dnro NAME,TYPE,TRAN | awk '\$2 == \"disk\" && \$3 != \"usb\" { print \$1 }'); do lsblk -nro FSTYPE /dev/\$disk; done"
    show meminfo /proc/meminfo
    show cpuinfo /proc/cpuinfo
    printf '\n}}\n'
}

report >"$file.part" && mv "$file.part" "$file" && echo "$file"
