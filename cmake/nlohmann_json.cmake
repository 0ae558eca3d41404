# nlohmann/json, header only. A folder with nothing but it is made in the build folder, because emscripten must not see the system's
# other headers; the native builds use it in the same way. No exceptions and no iostreams, in every target that includes it, so that
# all of a program agrees on the library's code.

find_path(STS_PLAYGROUND_NLOHMANN_DIR nlohmann/json.hpp PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
if(NOT STS_PLAYGROUND_NLOHMANN_DIR)
  message(FATAL_ERROR "nlohmann/json is missing (Debian: apt-get install nlohmann-json3-dev).")
endif()

set(json_include_dir ${PROJECT_BINARY_DIR}/include)
file(MAKE_DIRECTORY ${json_include_dir})
file(CREATE_LINK ${STS_PLAYGROUND_NLOHMANN_DIR}/nlohmann ${json_include_dir}/nlohmann SYMBOLIC)

add_library(sts_playground_json INTERFACE)
target_include_directories(sts_playground_json SYSTEM INTERFACE ${json_include_dir})
target_compile_definitions(sts_playground_json INTERFACE JSON_NOEXCEPTION JSON_NO_IO)
