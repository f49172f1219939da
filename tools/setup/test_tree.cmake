# Writes build/test/CTestTestfile.cmake: the tests of every built flavour, each tests/**/*.test.mjs under
# Node, and the checks of the sources, so that one ctest run sums them all up.
#
# A test is named after its path (tests/browser/keyboard.test.mjs: browser_keyboard) and carries the
# parts of that path as labels. Tests in tests/engines/ have the machine to themselves, and so has the one
# of touch: a screen reader that is kept waiting falls silent, and a slow finger gives no momentum.

cmake_minimum_required(VERSION 3.25)

cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH tools)
cmake_path(GET tools PARENT_PATH root)

find_program(node NAMES node nodejs REQUIRED)
find_program(chromium NAMES chromium chromium-browser google-chrome REQUIRED)
find_program(shell NAMES chromium-headless-shell chrome-headless-shell REQUIRED)

set(tree "")
foreach(flavour native sanitize web)
  string(APPEND tree "subdirs([==[${root}/build/${flavour}]==])\n")
endforeach()

# add(name labels timeout serial command...)
function(add name labels timeout serial)
  set(command "")
  foreach(word IN LISTS ARGN)
    string(APPEND command " [==[${word}]==]")
  endforeach()
  set(environment
    "VGAP_SITE=${root}/build/site"
    "VGAP_DIST=${root}/build/dist"
    "VGAP_CLI=${root}/build/native/velocity-gap"
    "VGAP_BENCH=${root}/build/native/vgap_bench"
    "VGAP_WASM_CLI=${root}/build/web/velocity-gap-node.js"
    "VGAP_WASM_BENCH=${root}/build/web/vgap_bench.js"
    "VGAP_CHROMIUM=${chromium}"
    "VGAP_SHELL=${shell}")
  string(APPEND tree "add_test([==[${name}]==]${command})\n"
    "set_tests_properties([==[${name}]==] PROPERTIES LABELS [==[${labels}]==] TIMEOUT ${timeout}"
    " RUN_SERIAL ${serial} WORKING_DIRECTORY [==[${root}]==] ENVIRONMENT [==[${environment}]==])\n")
  set(tree "${tree}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE scripts RELATIVE "${root}/tests" "${root}/tests/*.test.mjs")
list(SORT scripts)
foreach(script IN LISTS scripts)
  string(REGEX REPLACE "\\.test\\.mjs$" "" path "${script}")
  string(REPLACE "/" ";" labels "${path}")
  string(REPLACE "/" "_" name "${path}")
  set(serial OFF)
  if("engines" IN_LIST labels OR "touch" IN_LIST labels)
    set(serial ON)
  endif()
  add("${name}" "${labels}" 900 ${serial} "${node}" --test "${root}/tests/${script}")
endforeach()

add(format "check" 120 OFF "${root}/tools/check" --format)
add(lint "check" 1200 OFF "${root}/tools/check" --recent)

file(MAKE_DIRECTORY "${root}/build/test")
file(WRITE "${root}/build/test/CTestTestfile.cmake" "${tree}")
