# Finds the machine's Emscripten and hands over to its own CMake toolchain.
# A newer one on PATH, or EMSCRIPTEN_ROOT in the environment, wins over the distribution's.

find_program(em_config em-config PATHS "$ENV{EMSCRIPTEN_ROOT}" NO_DEFAULT_PATH)
find_program(em_config em-config)
execute_process(COMMAND "${em_config}" EMSCRIPTEN_ROOT OUTPUT_VARIABLE emscripten_root
                OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT EXISTS "${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
  message(FATAL_ERROR "Emscripten is not installed: run tools/setup/install, or set EMSCRIPTEN_ROOT.")
endif()
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")

# Debian's Node does not look where Debian puts Emscripten's JavaScript modules.
set(emscripten_environment NODE_PATH=/usr/share/nodejs)

# Debian's cache is complete and frozen; any other one must be writable.
execute_process(COMMAND "${em_config}" FROZEN_CACHE OUTPUT_VARIABLE cache_is_frozen
                OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
execute_process(COMMAND "${em_config}" CACHE OUTPUT_VARIABLE emscripten_cache
                OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT cache_is_frozen STREQUAL "True")
  execute_process(COMMAND test -w "${emscripten_cache}" RESULT_VARIABLE cache_is_read_only)
  if(cache_is_read_only)
    cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH emscripten_tools)
    cmake_path(GET emscripten_tools PARENT_PATH emscripten_tree)
    list(APPEND emscripten_environment "EM_CACHE=${emscripten_tree}/build/deps/emscripten-cache")
  endif()
endif()

set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;${emscripten_environment}")
set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;${emscripten_environment}")
