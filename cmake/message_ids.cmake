# The names of the sentences, without the sentences, as a file of their own: a changed sentence then compiles core/text/messages.cpp anew
# and not every file that names one. Written only where a name changed. cmake -DFROM=.../all.inc -DTO=... -P message_ids.cmake

cmake_path(GET FROM PARENT_PATH folder)
file(STRINGS ${FROM} lines REGEX "^#include \"core/text/messages/")
set(text "")
foreach(line IN LISTS lines)
  cmake_path(GET folder PARENT_PATH parent)
  string(REGEX REPLACE "^#include \"core/text/(.*)\"$" "${parent}/\\1" file ${line})
  file(READ ${file} rows)
  string(REGEX MATCHALL "STS_PLAYGROUND_MESSAGE\\([a-z0-9_]+" names "${rows}")
  list(TRANSFORM names REPLACE "^.*\\(" "")
  list(TRANSFORM names APPEND ",\n")
  string(JOIN "" names ${names})
  string(APPEND text "${names}")
endforeach()
file(CONFIGURE OUTPUT ${TO} CONTENT "${text}" @ONLY)
