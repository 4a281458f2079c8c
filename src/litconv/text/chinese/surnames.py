"""Chinese family names: those of two characters, and the short ones in pinyin.

Source: general knowledge of the Chinese name stock (the compound surnames still in use); written
for this project.
"""

from __future__ import annotations

COMPOUND_SURNAMES = frozenset(
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 "
    "澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 "
    "司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 "
    "夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 "
    "公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 "
    "仲长 子书 子桑 即墨 达奚 褚师 纳兰 完颜 叶赫 爱新 富察 耶律 欧陽 司馬 東方 "
    "萬俟 聞人 諸葛 尉遲 赫連 澹臺 濮陽 申屠 公孫 仲孫 鍾離 長孫 鮮于 閭丘 軒轅 "
    "東郭 南門 羊舌".split()
)

# Two letters and a family all the same; longer ones in capitals need no list.
ROMANIZED_SURNAMES = frozenset(
    "LI WU MA XU HU LU YU HE SU DU FU GU AN BI NG HO KO OH NA QI QU RU SI TU WO XI XU YI ZU "
    "AO BA BO DA DI GE JI KE LA LE MI MO NI PU SA SE SHA SHI TA TI WA YA YE LÜ LV LYU".split()
)
