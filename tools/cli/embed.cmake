# Carries assets inside the command line tool, so that the program is one file that runs anywhere.
#
# Included by CMakeLists.txt: adds the generated source to cli_sources.
# As a script (cmake -DOUTPUT=... -DASSETS=... -P embed.cmake): writes that source.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  file(GLOB_RECURSE embedded_assets CONFIGURE_DEPENDS
       assets/locales/*.json assets/schemas/*.json assets/instruments/*.json assets/scenarios/*.json
       assets/look/*.css)
  set(embedded_source "${PROJECT_BINARY_DIR}/embedded.cpp")
  add_custom_command(OUTPUT "${embedded_source}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${embedded_source}" "-DASSETS=${PROJECT_SOURCE_DIR}/assets"
            -P "${CMAKE_CURRENT_LIST_FILE}"
    DEPENDS "${CMAKE_CURRENT_LIST_FILE}" ${embedded_assets}
    VERBATIM)
  list(APPEND cli_sources "${embedded_source}")
  return()
endif()

file(GLOB_RECURSE paths RELATIVE "${ASSETS}"
     "${ASSETS}/locales/*.json" "${ASSETS}/schemas/*.json" "${ASSETS}/instruments/*.json"
     "${ASSETS}/scenarios/*.json"
     "${ASSETS}/look/*.css")
list(SORT paths)
set(arrays "")
set(rows "")
set(number 0)
foreach(path IN LISTS paths)
  file(READ "${ASSETS}/${path}" hex HEX)
  # Octets as character literals: no narrowing from int, whichever sign char has.
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "constexpr char kFile${number}[] = {${bytes}};\n")
  string(APPEND rows "    {\"${path}\", {kFile${number}, sizeof kFile${number}}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}" "#include \"tools/cli/embedded.hpp\"

namespace vgap::cli {

namespace {

${arrays}
constexpr EmbeddedFile kFiles[] = {
${rows}};

}  // namespace

std::span<const EmbeddedFile> embedded_files() { return kFiles; }

}  // namespace vgap::cli
")
