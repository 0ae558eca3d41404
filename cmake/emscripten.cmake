# Finds emscripten's own toolchain file: that of an SDK that is activated (EMSDK), or the distribution's, beside emcc's real place.

if(DEFINED ENV{EMSDK} AND EXISTS $ENV{EMSDK}/upstream/emscripten)
  set(emscripten_root $ENV{EMSDK}/upstream/emscripten)
else()
  find_program(STS_PLAYGROUND_EMCC emcc NO_CMAKE_FIND_ROOT_PATH)
  if(NOT STS_PLAYGROUND_EMCC)
    message(FATAL_ERROR "Emscripten is missing (Debian: apt-get install emscripten).")
  endif()
  file(REAL_PATH ${STS_PLAYGROUND_EMCC} emcc)
  cmake_path(GET emcc PARENT_PATH emscripten_root)
endif()

include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
