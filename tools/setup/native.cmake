# Programs and tests of the native flavours (native, sanitize, clang, fuzz). Included by CMakeLists.txt.

# Markdown is read where articles are built, never in a browser.
find_path(md4c_headers md4c.h REQUIRED)
find_library(md4c_library md4c REQUIRED)
add_library(vgap_articles STATIC EXCLUDE_FROM_ALL ${article_sources})
target_include_directories(vgap_articles SYSTEM PRIVATE "${md4c_headers}")
target_link_libraries(vgap_articles PUBLIC vgap_core "${md4c_library}" PRIVATE vgap_dialect vgap_warnings)

find_package(Threads REQUIRED)
add_executable(velocity-gap ${cli_sources})
target_link_libraries(velocity-gap PRIVATE vgap_front vgap_articles Threads::Threads vgap_dialect vgap_warnings)

vgap_test(core_test vgap_core ${core_tests} ${test_support})
vgap_test(web_test vgap_front ${front_tests} ${test_support})

add_executable(vgap_bench ${bench_sources} tools/cli/flow_walk.cpp tools/cli/threads.cpp)
target_link_libraries(vgap_bench PRIVATE vgap_front Threads::Threads vgap_dialect vgap_warnings)

# Tests of other languages run the programs as they are given away; with sanitizers they are built when asked for.
if(VGAP_SANITIZE)
  set_target_properties(velocity-gap vgap_bench PROPERTIES EXCLUDE_FROM_ALL ON)
endif()

# Each target runs bounded and seeded in the sanitize flavour; the fuzz flavour has the open-ended ones.
if(VGAP_SANITIZE)
  foreach(source IN LISTS fuzz_sources)
    cmake_path(GET source STEM name)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE vgap_core vgap_dialect vgap_warnings)
    if(name STREQUAL "articles_fuzz")
      target_link_libraries(${name} PRIVATE vgap_articles)
    endif()
    if(VGAP_LIBFUZZER)
      target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    else()
      target_sources(${name} PRIVATE tools/fuzz/standalone_main.cpp)
      string(REGEX REPLACE "_fuzz$" "" seeds ${name})
      add_test(NAME ${VGAP_FLAVOUR}.${name}
               COMMAND ${name} 20000 "${PROJECT_SOURCE_DIR}/tests/fuzz_seeds/${seeds}")
      set_tests_properties(${VGAP_FLAVOUR}.${name} PROPERTIES LABELS "${VGAP_FLAVOUR};fuzz" TIMEOUT 300)
    endif()
  endforeach()
endif()
