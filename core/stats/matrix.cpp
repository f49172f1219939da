#include "core/stats/matrix.hpp"

#define EIGEN_NO_IO
#define EIGEN_DONT_PARALLELIZE
#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <Eigen/LU>

namespace vgap::stats {

namespace {

using Dense = ::Eigen::Matrix<double, ::Eigen::Dynamic, ::Eigen::Dynamic, ::Eigen::RowMajor>;
using Vector = ::Eigen::VectorXd;

constexpr double kSingular = 1e-12;

::Eigen::Map<const Dense> seen(const Matrix& a) {
    return {a.data(), static_cast<::Eigen::Index>(a.rows()),
            static_cast<::Eigen::Index>(a.columns())};
}

Matrix taken(const Dense& dense) {
    Matrix result(static_cast<std::size_t>(dense.rows()), static_cast<std::size_t>(dense.cols()));
    ::Eigen::Map<Dense>(result.data(), dense.rows(), dense.cols()) = dense;
    return result;
}

bool is_singular(const ::Eigen::PartialPivLU<Dense>& factors) {
    const double condition = factors.rcond();
    return !(condition > kSingular);
}

}  // namespace

Matrix identity(std::size_t n) {
    Matrix result(n, n);
    for (std::size_t i = 0; i < n; ++i) result(i, i) = 1;
    return result;
}

Matrix transposed(const Matrix& a) {
    Matrix result(a.columns(), a.rows());
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t j = 0; j < a.columns(); ++j) result(j, i) = a(i, j);
    }
    return result;
}

Matrix product(const Matrix& a, const Matrix& b) {
    Matrix result(a.rows(), b.columns());
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t m = 0; m < a.columns(); ++m) {
            for (std::size_t j = 0; j < b.columns(); ++j) result(i, j) += a(i, m) * b(m, j);
        }
    }
    return result;
}

std::vector<double> product(const std::vector<double>& row, const Matrix& a) {
    std::vector<double> result(a.columns());
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t j = 0; j < a.columns(); ++j) result[j] += row[i] * a(i, j);
    }
    return result;
}

std::optional<Matrix> inverse(const Matrix& a) {
    if (a.rows() == 0) return a;
    const ::Eigen::PartialPivLU<Dense> factors(seen(a));
    if (is_singular(factors)) return std::nullopt;
    return taken(factors.inverse());
}

std::optional<std::vector<double>> solve(const Matrix& a, const std::vector<double>& b) {
    if (a.rows() == 0) return b;
    const ::Eigen::PartialPivLU<Dense> factors(seen(a));
    if (is_singular(factors)) return std::nullopt;
    const Vector x =
        factors.solve(::Eigen::Map<const Vector>(b.data(), static_cast<::Eigen::Index>(b.size())));
    return std::vector<double>(x.begin(), x.end());
}

Spectrum spectrum_of_symmetric(const Matrix& a) {
    const ::Eigen::SelfAdjointEigenSolver<Dense> solver(seen(a));
    const std::size_t n = a.rows();
    Spectrum result{std::vector<double>(n), Matrix(n, n)};
    for (std::size_t m = 0; m < n; ++m) {
        const auto from = static_cast<::Eigen::Index>(n - 1 - m);  // Eigen's order ascends
        result.values[m] = solver.eigenvalues()(from);
        for (std::size_t i = 0; i < n; ++i) {
            result.vectors(i, m) = solver.eigenvectors()(static_cast<::Eigen::Index>(i), from);
        }
    }
    return result;
}

}  // namespace vgap::stats
