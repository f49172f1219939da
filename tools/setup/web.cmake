# The browser's module, the site around it, and the core under Node. Included by CMakeLists.txt.

# Enough for the deepest document the reader accepts; the sizes hold for the tests as for the page.
set(web_memory -sALLOW_MEMORY_GROWTH -sTOTAL_STACK=1MB -sINITIAL_MEMORY=4MB)
set(node_program -O1 -flto ${web_memory} -sSINGLE_FILE -sENVIRONMENT=node -sNODERAWFS -sEXIT_RUNTIME)

vgap_test(core_test vgap_core ${core_tests} ${test_support})
target_compile_options(core_test PRIVATE -O1)
target_link_options(core_test PRIVATE ${node_program})

# The same command line tool and benchmarks, for comparison with the native ones; without what reads Markdown, and in one thread.
list(FILTER cli_sources EXCLUDE REGEX "/cli/articles\\.cpp$")
add_executable(velocity-gap-node ${cli_sources})
target_compile_options(velocity-gap-node PRIVATE -O1)
target_compile_definitions(velocity-gap-node PRIVATE VGAP_WITHOUT_MARKDOWN VGAP_WITHOUT_THREADS)
target_link_libraries(velocity-gap-node PRIVATE vgap_front vgap_dialect vgap_warnings)
target_link_options(velocity-gap-node PRIVATE ${node_program})

add_executable(vgap_bench ${bench_sources} tools/cli/flow_walk.cpp tools/cli/threads.cpp)
target_compile_definitions(vgap_bench PRIVATE VGAP_WITHOUT_THREADS)
target_compile_options(vgap_bench PRIVATE -O2 -flto)  # or its copies of templates, not inlined, are linked
target_link_libraries(vgap_bench PRIVATE vgap_front vgap_dialect vgap_warnings)
target_link_options(vgap_bench PRIVATE ${node_program} -O2)

# Modules that ask nothing of what runs them but what is named in their imports: no script of the compiler's beside them.
set(modules "${PROJECT_BINARY_DIR}/modules")
function(web_module target name exported)
  add_executable(${target} ${ARGN})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} SUFFIX .wasm
    RUNTIME_OUTPUT_DIRECTORY "${modules}")
  if(exported MATCHES "^@(.*)$")
    set_target_properties(${target} PROPERTIES LINK_DEPENDS "${CMAKE_MATCH_1}")
  endif()
  target_compile_options(${target} PRIVATE ${small})
  target_link_libraries(${target} PRIVATE vgap_core vgap_dialect vgap_warnings)
  target_link_options(${target} PRIVATE ${small} ${web_memory} --no-entry
    -sSTANDALONE_WASM -sFILESYSTEM=0 -sMALLOC=emmalloc "-sEXPORTED_FUNCTIONS=${exported}")
endfunction()

# The core without a screen.
set(core_exports "${PROJECT_SOURCE_DIR}/web/core_exports.json")
web_module(headless core "@${core_exports}" web/core_main.cpp)

# The assessment with its screen, which calls its page for letters only.
web_module(app velocity-gap "@${PROJECT_SOURCE_DIR}/web/exports.json" ${browser_sources})
target_link_libraries(app PRIVATE vgap_front)
target_link_options(app PRIVATE -sERROR_ON_UNDEFINED_SYMBOLS=0 -sWARN_ON_UNDEFINED_SYMBOLS=0)  # the letters; anything else stops the first test

# The page "in people and months", which the page loads when it is opened.
web_module(pipeline pipeline "@${PROJECT_SOURCE_DIR}/web/pipeline_exports.json" web/pipeline_main.cpp)
target_link_libraries(pipeline PRIVATE vgap_front)

# The articles, likewise; what reads Markdown is native, and so is the tool that packs them.
web_module(reading reading "@${PROJECT_SOURCE_DIR}/web/reading_exports.json" web/reading_main.cpp)
target_link_libraries(reading PRIVATE vgap_front)
set(packs "${PROJECT_BINARY_DIR}/packs")
file(GLOB_RECURSE pack_sources CONFIGURE_DEPENDS assets/articles/*.md core/articles/*.cpp tools/articles/*.cpp)
add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/packs.stamp"
  COMMAND "${PROJECT_SOURCE_DIR}/tools/setup/build" native velocity-gap
  COMMAND "${CMAKE_COMMAND}" -E rm -rf "${packs}"
  COMMAND "${PROJECT_SOURCE_DIR}/build/native/velocity-gap" articles pack "${PROJECT_SOURCE_DIR}/assets/articles" "${packs}"
  COMMAND "${CMAKE_COMMAND}" -E touch "${PROJECT_BINARY_DIR}/packs.stamp"
  DEPENDS ${pack_sources} assets/locales/en.json
  VERBATIM)

# The same with every statistic, for tests/site/statistics.test.mjs to weigh.
file(READ "${core_exports}" exported)
string(REPLACE "_vgc_out_length\"" "_vgc_out_length\", \"_vgc_statistics\"" exported "${exported}")
file(WRITE "${PROJECT_BINARY_DIR}/statistics_exports.json" "${exported}")
web_module(headless_with_statistics core-with-statistics "@${PROJECT_BINARY_DIR}/statistics_exports.json"
  web/core_main.cpp web/statistics_main.cpp)

# And with the pipeline, for tests/site/size.test.mjs.
file(READ "${PROJECT_SOURCE_DIR}/web/pipeline_exports.json" exported)
string(REGEX MATCHALL "\"_vgp_[a-z_]+\"" pipeline_symbols "${exported}")
list(JOIN pipeline_symbols ", " pipeline_symbols)
file(READ "${core_exports}" exported)
string(REPLACE "_vgc_out_length\"" "_vgc_out_length\", ${pipeline_symbols}" exported "${exported}")
file(WRITE "${PROJECT_BINARY_DIR}/pipeline_exports.json" "${exported}")
web_module(headless_with_pipeline core-with-pipeline "@${PROJECT_BINARY_DIR}/pipeline_exports.json"
  web/core_main.cpp web/pipeline_main.cpp)
target_link_libraries(headless_with_pipeline PRIVATE vgap_front)

# build/site for the release flavour, a folder of its own for any other.
set(site "${PROJECT_BINARY_DIR}/site")
if(VGAP_FLAVOUR STREQUAL "web")
  set(site "${PROJECT_SOURCE_DIR}/build/site")
endif()
find_program(node NAMES node nodejs REQUIRED NO_CMAKE_FIND_ROOT_PATH)
file(GLOB_RECURSE site_sources CONFIGURE_DEPENDS shell/* assets/*)
add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/site.stamp"
  COMMAND "${node}" "${PROJECT_SOURCE_DIR}/tools/site.mjs" "${modules}" "${packs}" "$<TARGET_FILE:velocity-gap-node>" "${site}"
  COMMAND "${CMAKE_COMMAND}" -E touch "${PROJECT_BINARY_DIR}/site.stamp"
  DEPENDS app pipeline reading "${PROJECT_BINARY_DIR}/packs.stamp" velocity-gap-node tools/site.mjs tools/shell.mjs tools/icons.mjs tools/first.mjs ${site_sources}
  VERBATIM)
add_custom_target(site ALL DEPENDS "${PROJECT_BINARY_DIR}/site.stamp")

# Everything that is given away: build/dist, likewise.
set(dist "${PROJECT_BINARY_DIR}/dist")
if(VGAP_FLAVOUR STREQUAL "web")
  set(dist "${PROJECT_SOURCE_DIR}/build/dist")
endif()
file(GLOB dist_sources CONFIGURE_DEPENDS tools/dist/*.mjs)
add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/dist.stamp"
  COMMAND "${node}" "${PROJECT_SOURCE_DIR}/tools/dist/dist.mjs" "${PROJECT_BINARY_DIR}" "${site}" "${dist}"
  COMMAND "${CMAKE_COMMAND}" -E touch "${PROJECT_BINARY_DIR}/dist.stamp"
  DEPENDS "${PROJECT_BINARY_DIR}/site.stamp" headless core/base/version.hpp ${dist_sources} ${site_sources}
  VERBATIM)
add_custom_target(dist ALL DEPENDS "${PROJECT_BINARY_DIR}/dist.stamp")
