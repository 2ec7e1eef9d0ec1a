# Sourced by the scripts beside it: finds a JDK 25, builds when needed and runs the program. Works in any bash,
# from any directory, and leaves the caller's directory alone.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] && [ -f "$1/release" ] &&
        grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

# Prints the home of a JDK 25, wherever people and package managers put them.
find_jdk() {
    local candidate java
    java=$(command -v java 2>/dev/null || true)
    if [ -n "$java" ] && command -v readlink >/dev/null; then
        java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
    fi
    for candidate in \
        "${JAVA_HOME:-}" \
        "${java%/bin/java}" \
        "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_arm64:-}" \
        /usr/lib/jvm/* \
        /usr/lib64/jvm/* \
        /usr/java/* \
        /opt/java/* /opt/jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* \
        "$HOME"/.asdf/installs/java/* \
        "$HOME"/.local/share/mise/installs/java/* \
        "$HOME"/.gradle/jdks/*; do
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

use_jdk() {
    JAVA_HOME=$(find_jdk) ||
        fail 'Openstall needs a JDK 25 and found none; install one (https://adoptium.net) or point JAVA_HOME at it.'
    export JAVA_HOME
}

use_maven() {
    command -v mvn >/dev/null || fail 'Openstall is built by Maven 3.8 or later, and there is no mvn on the PATH.'
}

# Without a UTF-8 locale, Java cannot open files with other than ASCII letters in their names.
use_utf8() {
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
        *[Uu][Tt][Ff]*) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac
}

APP=$ROOT/target/app
JAR=$APP/openstall.jar
AOT_CACHE=$APP/openstall.aot
DEMO=$APP/demo
LOG=$ROOT/target/build.log

# One collector thread and a small heap: two cores are for requests, and the rest of memory is for PostgreSQL.
JAVA_OPTIONS=(-Xmx"${OPENSTALL_HEAP:-320m}" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders
    --enable-native-access=ALL-UNNAMED)

is_built() {
    [ -f "$JAR" ] && [ -z "$(find "$ROOT/pom.xml" "$ROOT/src/main" -newer "$JAR" -print 2>/dev/null | head -n 1)" ]
}

build() {
    if is_built; then
        return
    fi
    use_maven
    echo 'Building Openstall, which takes a minute or two ...' >&2
    mkdir -p "$ROOT/target"
    rm -f "$AOT_CACHE"
    mvn -B -q -f "$ROOT/pom.xml" -DskipTests package >"$LOG" 2>&1 </dev/null || {
        cat "$LOG" >&2
        fail "The build failed; its log is $LOG."
    }
    touch "$JAR"
    record_start
}

# Java starts some three times faster with the classes of an earlier start at hand, and a demo with the days it has lived
# through before. Nothing is lost without them.
record_start() {
    local new=$DEMO.new out=$APP/start.log pid
    echo "Living through the demo marketplace's first sixty days ..." >&2
    rm -rf "$DEMO" "$new"
    : >"$out"
    "$JAVA_HOME/bin/java" "${JAVA_OPTIONS[@]}" -XX:AOTCacheOutput="$AOT_CACHE.new" -jar "$JAR" \
        serve --openstall.data="$new" --openstall.demo=true --server.port=0 >"$out" 2>>"$LOG" </dev/null &
    pid=$!
    trap 'kill "$pid" 2>/dev/null; exit 130' INT TERM
    while kill -0 "$pid" 2>/dev/null && ! grep -q 'is ready' "$out"; do
        sleep 0.2
    done
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    trap - INT TERM
    if [ -f "$AOT_CACHE.new" ]; then
        mv "$AOT_CACHE.new" "$AOT_CACHE"
    fi
    if grep -q 'is ready' "$out" && [ ! -e "$new/postgres/postmaster.pid" ]; then
        mv "$new" "$DEMO"
    fi
    rm -rf "$new"
}

# Takes the place of the shell, so that Ctrl-C and kill reach the program.
run_openstall() {
    local options=("${JAVA_OPTIONS[@]}")
    if [ -f "$AOT_CACHE" ]; then
        options+=(-XX:AOTCache="$AOT_CACHE" -Xlog:aot*=off -Xlog:cds*=off)
    fi
    if [ -z "${OPENSTALL_DATA:-}" ]; then
        options+=(-Dopenstall.data="$ROOT/data")
    fi
    case " $*" in
        # Other days than those of the build are lived anew.
        *' --openstall.demo=false'* | *' --openstall.demo.'*) ;;
        *' --openstall.demo=true'*)
            if [ "$DEMO" -nt "$JAR" ] && [ -n "$(find "$DEMO" -maxdepth 0 -mtime -14)" ]; then
                options+=(-Dopenstall.postgresql.template="$DEMO")
            fi
            ;;
    esac
    exec "$JAVA_HOME/bin/java" "${options[@]}" -jar "$JAR" "$@"
}
