# What every target of this project is compiled with.

if(CMAKE_SOURCE_DIR STREQUAL CMAKE_BINARY_DIR)
  message(FATAL_ERROR "Build in a folder of its own: cmake --preset dev, or scripts/build.")
endif()

add_library(sts_playground_options INTERFACE)
target_compile_options(
  sts_playground_options
  INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror
            # The same bytes from any folder: __FILE__ begins at the repository's root.
            "-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=")

# GCC 12 sees overlapping copies in "literal" + std::string: https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(sts_playground_options INTERFACE -Wno-restrict)
endif()

# Assertions stay on in optimised builds: a broken invariant must stop the engine, not give a wrong verdict.
set(CMAKE_CXX_FLAGS_RELEASE "-O3")

if(STS_PLAYGROUND_SANITIZERS)
  add_compile_options(-fsanitize=${STS_PLAYGROUND_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${STS_PLAYGROUND_SANITIZERS})
endif()

find_program(STS_PLAYGROUND_CCACHE ccache)
if(STS_PLAYGROUND_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${STS_PLAYGROUND_CCACHE})
endif()
