"""Chinese: names in characters and in pinyin, what the databases write, marks of GB/T 7714."""
