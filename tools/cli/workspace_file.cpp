#include "tools/cli/workspace_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

#include "core/instrument/read.hpp"
#include "core/workspace/read.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/input.hpp"

namespace vgap::cli {

namespace {

bool refuse(const std::string& path, Console& console) {
    console.report(
        {path}, base::Error{"error.cli.cannot_write_file", "", {{"reason", std::strerror(errno)}}});
    return false;
}

}  // namespace

std::vector<workspace::Known> shipped_instruments() {
    constexpr std::string_view kFile = "/instrument.json";
    std::vector<workspace::Known> shipped;
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.starts_with("instruments/") || !file.path.ends_with(kFile)) continue;
        workspace::Known known;
        known.instrument = *instrument::read(file.bytes);
        const std::string folder(file.path.substr(0, file.path.size() - kFile.size()));
        if (const EmbeddedFile* const rules = find_embedded(folder + "/readiness.json")) {
            known.rules = *readiness::read_rules(known.instrument, rules->bytes);
        }
        shipped.push_back(std::move(known));
    }
    return shipped;
}

std::optional<workspace::Workspace> open_workspace(const std::string& path,
                                                   workspace::Library library, Console& console) {
    base::Result<std::string> bytes = read_file(path, workspace::kLimits.bytes);
    if (!bytes) {
        console.report({path}, bytes.error());
        return std::nullopt;
    }
    return read_workspace(path, std::move(*bytes), library, console);
}

std::optional<workspace::Workspace> read_workspace(const std::string& path, std::string bytes,
                                                   workspace::Library library, Console& console) {
    base::Result<json::Value> document = workspace::parse(bytes);
    bytes.clear();
    bytes.shrink_to_fit();
    if (!document) {
        console.report({path}, document.error());
        return std::nullopt;
    }
    base::Result<workspace::Workspace> read = workspace::read(std::move(*document), library);
    if (read) return std::move(*read);
    console.report({path}, read.error());
    return std::nullopt;
}

bool same_file(const std::string& one, const std::string& other) {
    struct stat first = {};
    struct stat second = {};
    return stat(one.c_str(), &first) == 0 && stat(other.c_str(), &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

bool write_whole(const std::string& path, std::string_view text, Console& console) {
    const std::string beside = path + "." + std::to_string(getpid()) + ".part";
    std::FILE* const file = std::fopen(beside.c_str(), "wbx");
    if (file == nullptr) return refuse(path, console);
    struct stat before = {};
    const bool was_there = stat(path.c_str(), &before) == 0;
    bool good = std::fwrite(text.data(), 1, text.size(), file) == text.size() &&
                std::fflush(file) == 0 && fsync(fileno(file)) == 0;
    if (was_there) good = fchmod(fileno(file), before.st_mode & 0777) == 0 && good;
    good = std::fclose(file) == 0 && good;
    if (good && std::rename(beside.c_str(), path.c_str()) == 0) return true;
    const int reason = errno;
    std::remove(beside.c_str());
    errno = reason;
    return refuse(path, console);
}

}  // namespace vgap::cli
