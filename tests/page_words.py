"""Words that the generated record pages are put together from; all people and works invented."""

from __future__ import annotations


def _each(text: str) -> tuple[str, ...]:
    return tuple(text.split())


PLAIN_FAMILIES = _each(
    "Alder Birch Cedar Dogwood Elmer Firth Gumley Hollis Ivory Juniper Kapok Larch Maple Nutley "
    "Oakes Poplar Quince Rowan Sorrel Tansy Ulmus Vetch Willow Yewdale Zelkova Ng Äsche Ørnsby"
)
MARKED_FAMILIES = (
    "Alder-Birch",
    "Moreno-Kapok",
    "Riedel-Larch",
    "O'Maple",
    "D'Ivory",
    "McRowan",
    "van Quince",
    "van der Willow",
    "de Sorrel",
    "von Tansy",
    "van den Oakes",
    "de la Vetch",
    "da Maple",
    "al-Larch",
    "MacAlder",
)
TWO_WORD_FAMILIES = ("Garcia Alder", "Lopez Birch", "Di Poplar")
GIVEN = _each(
    "Ann Mo Carl Dora Ed Frieda Gus Hal Ines Jude Kay Lars Mina Nils Olga Piet Quin Rosa Sven Tilda"
)
RARE_GIVEN = ("Su-Yeon", "Jean-Luc", "Ana-Maria", "Hans-Peter", "J. Robert", "J.-P.", "A.")
HAN_FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭"
HAN_COMPOUND = ("欧阳", "司马", "诸葛", "上官", "皇甫", "慕容")
HAN_GIVEN = "明华伟芳娜强磊静丽军洋勇艳杰涛超秀霞平刚桂"
BODIES = ("Consortium", "Study Group", "Collaboration", "Working Group", "Research Network")

ADJECTIVES = _each(
    "thermal dynamic local sparse severe chronic magnetic optical neural social robust elastic "
    "early nonlinear comparative self-reported low-energy surface two-dimensional"
)
NOUNS = _each(
    "memory diffusion recovery adsorption scattering learning motion growth stress support noise "
    "transport oxidation screening networks crystals polymers sensors cells fields schools"
)
FORMULAE = ("alpha-Fe2O3", "CO2", "GaAs(110)", "x < 0.15", "mRNA", "H2O", "β-carotene")
OPENINGS = ("Effects of", "On the", "A study of", "Towards", "Evidence for", "3D models of", "The")
RARE_OPENINGS = ("[18F]-labelled", "2,3-dihydroxy", '"New"', "1/f noise and the", "Re: the")
TAILS = (
    ": A review of the evidence",
    ": a second clause",
    "?",
    " (y < 0.15)",
    ", 1990-2010",
    " - Part two",
    " and Volunteerism",
    ": results from 12 sites, and what they mean",
)
CAPS_TAILS = (" .2.", " - SUBTITLE .4. THIRD PART", " - A REVIEW", "", "", " - (111) SURFACE")

JOURNALS = (
    "Journal of Invented Health",
    "Invented Review B",
    "Invented Science & Technology",
    "Thinghood",
    "Acta Inventa Part C-Methods",
    "Journal of Invented Physics A, General Topics",
    "Current Opinion in Inventing",
    "Zeitschrift für Erfundenes",
    "Inventiones Mathematicae, Series 2",
    "2D Invented Materials",
    "Invented Archives (Basel)",
)
SHORT_JOURNALS = ("SURF INVENTED", "J INVENTED CHEM", "INV REV B", "Z INVENTED", "T INVENT SOC")
TOWNS = ("Some Town", "Other Town", "New Place", "Far Haven", "Great Bay")
DEPARTMENTS = ("Dept Zz", "Sch Yy", "Inst Xx", "Fac Ww", "Ctr Vv & Uu")
COUNTRIES = ("ST 00000 USA", "Northland", "Southland", "ST 01234 USA", "Peoples R Inland")

HAN_NOUNS = ("扩散", "记忆", "吸附", "土壤", "网络", "晶体", "教育", "水稻", "振动", "图像")
HAN_LABEL_NOUNS = ("关键词提取", "引用网络", "摘要生成", "机构改革", "作者消歧", "来源地")
HAN_VERBS = ("研究", "分析", "进展", "模拟", "综述", "探讨", "识别")
HAN_JOURNALS = ("虚构学报", "虚构科学(自然科学版)", "某省虚构大学学报", "虚构技术")
HAN_TOWNS = ("某市", "甲市", "乙县")
HAN_BODIES = ("某大学物理系", "某研究所", "虚构科学院化学所", "某医院")

CLASSES = (
    ("B849", "应用心理学"),
    ("O64", "物理化学(理论化学)、化学物理学"),
    ("O59", "应用物理学"),
    ("T", "工业技术"),
    ("TP391.41", "图像识别及其装置"),
    ("R749", "精神病学"),
    ("O469", "凝聚态物理学"),
    ("TN304.2+1", "元素半导体"),
    ("F270-05", "企业经济理论和方法"),
    ("Q94", "植物学[含古植物]"),
    ("G40", ""),
)
DISCIPLINES = ("040203", "070304", "081704", "070205", "08", "0812", "1002Z1")

LABEL_TRAPS = (
    "The words 引用 and D O I stand in this sentence on purpose.",
    "Here 关键词: is said of a field, not used as one.",
    "页码:1 / 2 would be a label elsewhere.",
    "相关论文 are not listed here.",
)
LABEL_STARTS = ("引用 is the word that this text begins with.", "摘要 services are compared.")
HAN_TRAPS = ("本文统计引用与关键词的频次。", "其中机构、来源两项缺失。")
UNKNOWN_LABELS = (
    ("基金", "Invented Science Foundation [No. 12-345]"),
    ("会议", "9th Invented Meeting on Things"),
    ("出版社", "Invented House"),
    ("ISSN", "0000-0019"),
    ("基金", "虚构自然科学基金;"),
    ("语种", "英语"),
    ("文献类型", "期刊论文"),
)
COPYRIGHT_TAILS = (
    "Copyright © 1999 INVENTED‐PUB Verlag GmbH & Co. KGaA, Town",
    "Copyright © 2008 Invented Press, Ltd., Town",
)

NAVIGATION = ("学术探索", "学术期刊", "新闻热点", "数据分析", "智能评审", "立即登录")
FOOTERS = (
    ("关于我们", "联系我们", "帮助中心"),
    ("© 2025 虚构学术 版权所有", "京ICP备00000000号"),
    ("返回顶部",),
    ("分享到微信", "上一页", "下一页"),
    ("用户协议 | 隐私政策", "电话:000-00000000"),
    ("Terms of use", "Privacy policy"),
)
