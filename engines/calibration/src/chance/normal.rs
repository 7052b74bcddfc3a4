//! The normal distribution: density, chance below, and the point below which a given chance lies.

// The constants have the digits of the paper.
#![allow(clippy::excessive_precision)]

use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// The density of the standard normal distribution.
pub(crate) fn density(at: f64) -> f64 {
    libm::exp(-0.5 * at * at) / (2.0 * PI).sqrt()
}

/// The chance that a standard normal deviate lies below.
pub(crate) fn below(at: f64) -> f64 {
    0.5 * libm::erfc(-at * FRAC_1_SQRT_2)
}

/// The point below which a standard normal deviate lies with a chance strictly between zero and one
/// (M. J. Wichura, *Algorithm AS 241*, Applied Statistics 37, 1988, to about 1 part in 10¹⁶).
pub(crate) fn quantile(chance: f64) -> f64 {
    let middle = chance - 0.5;
    if middle.abs() <= 0.425 {
        let square = 0.180_625 - middle * middle;
        return middle * ratio(square, &MIDDLE);
    }
    let tail = if middle < 0.0 { chance } else { 1.0 - chance };
    let depth = (-libm::log(tail)).sqrt();
    let value = if depth <= 5.0 { ratio(depth - 1.6, &NEAR) } else { ratio(depth - 5.0, &FAR) };
    if middle < 0.0 { -value } else { value }
}

/// One polynomial over another, each from its highest power.
fn ratio(at: f64, [over, under]: &[[f64; 8]; 2]) -> f64 {
    let sum = |factors: &[f64; 8]| factors.iter().fold(0.0, |sum, it| sum * at + it);
    sum(over) / sum(under)
}

const MIDDLE: [[f64; 8]; 2] = [
    [
        2_509.080_928_730_122_672_7,
        33_430.575_583_588_128_105,
        67_265.770_927_008_700_853,
        45_921.953_931_549_871_457,
        13_731.693_765_509_461_125,
        1_971.590_950_306_551_442_7,
        133.141_667_891_784_377_45,
        3.387_132_872_796_366_608,
    ],
    [
        5_226.495_278_852_854_561,
        28_729.085_735_721_942_674,
        39_307.895_800_092_710_61,
        21_213.794_301_586_595_867,
        5_394.196_021_424_751_107_7,
        687.187_007_492_057_908_3,
        42.313_330_701_600_911_252,
        1.0,
    ],
];

const NEAR: [[f64; 8]; 2] = [
    [
        7.745_450_142_783_414_076_4e-4,
        0.022_723_844_989_269_184_583_3,
        0.241_780_725_177_450_611_77,
        1.270_458_252_452_368_382_58,
        3.647_848_324_763_204_605_04,
        5.769_497_221_460_691_405_5,
        4.630_337_846_156_545_295_9,
        1.423_437_110_749_683_577_34,
    ],
    [
        1.050_750_071_644_416_843_24e-9,
        5.475_938_084_995_344_946e-4,
        0.015_198_666_563_616_457_196_6,
        0.148_103_976_427_480_074_59,
        0.689_767_334_985_100_004_55,
        1.676_384_830_183_803_849_4,
        2.053_191_626_637_758_821_87,
        1.0,
    ],
];

const FAR: [[f64; 8]; 2] = [
    [
        2.010_334_399_292_288_132_65e-7,
        2.711_555_568_743_487_578_15e-5,
        0.001_242_660_947_388_078_438_6,
        0.026_532_189_526_576_123_093,
        0.296_560_571_828_504_891_23,
        1.784_826_539_917_291_335_8,
        5.463_784_911_164_114_369_9,
        6.657_904_643_501_103_777_2,
    ],
    [
        2.044_263_103_389_939_785_64e-15,
        1.421_511_758_316_445_888_7e-7,
        1.846_318_317_510_054_681_8e-5,
        7.868_691_311_456_132_591e-4,
        0.014_875_361_290_850_614_852_5,
        0.136_929_880_922_735_805_31,
        0.599_832_206_555_887_937_69,
        1.0,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_middle_and_the_ends_are_where_tables_have_them() {
        assert!(quantile(0.5).abs() < 1e-300);
        assert!((quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-15);
        assert!((quantile(1e-20) + 9.262_340_089_798_407).abs() < 2e-15);
    }

    proptest! {
        #[test]
        fn the_chance_below_a_quantile_is_the_chance(power in -300.0..-0.31f64) {
            let chance = libm::exp(power * std::f64::consts::LN_10);
            let again = below(quantile(chance));
            prop_assert!((again / chance - 1.0).abs() < 1e-12, "{chance} {again}");
        }
    }
}
