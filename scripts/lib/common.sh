# shellcheck shell=bash
# What all scripts share. Source it first: it goes to the repository's root.

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit
TOOLS=$PWD/build/tools

# A Node.js that scripts/setup installed goes first.
if [[ -x $TOOLS/bin/node ]]; then PATH=$TOOLS/bin:$PATH; fi
# Where Debian keeps the packages of emcc and terser: a Node.js that is not Debian's does not look there.
export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}
# Debian's Node.js trusts the machine's certificates; so must another one.
certificates=/etc/ssl/certs/ca-certificates.crt
if [[ -z ${NODE_EXTRA_CA_CERTS-} && -f $certificates ]]; then export NODE_EXTRA_CA_CERTS=$certificates; fi
# The browser tests use the machine's Chromium.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# The hash of files' names and contents: hash_of FILE_OR_FOLDER...; node_modules and the page's own output are left out.
hash_of() {
  find "$@" \( -name node_modules -o -name dist -o -name 'dist-*' -o -name test-results -o -name playwright-report \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# Configures a preset where that was not done; from then on ninja does it by itself. Then builds: build_preset PRESET [TARGET...]
build_preset() {
  local preset=$1
  shift
  if [[ ! -f build/$preset/build.ninja ]]; then
    say "Configuring $preset"
    cmake --preset "$preset" >"build/$preset.configure.log" 2>&1 || {
      cat "build/$preset.configure.log" >&2
      fail "the $preset build cannot be configured"
    }
  fi
  cmake --build --preset "$preset" ${1:+--target "$@"}
}

# The project's C++ files.
cpp_files() { find core cli wasm tests bench -name '*.cpp' -o -name '*.h' | LC_ALL=C sort; }

# The project's TypeScript, JavaScript and style sheets, but for what the build writes.
page_files() {
  find web/*.ts web/*.js web/src web/scripts tests scripts -path web/src/engine/generated -prune -o -type f \
    \( -name '*.ts' -o -name '*.mts' -o -name '*.js' -o -name '*.mjs' -o -name '*.css' \) -print | LC_ALL=C sort
}

mkdir -p build
