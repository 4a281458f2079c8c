"""What readers share: lines of tags and values, and a record as it is put together."""
