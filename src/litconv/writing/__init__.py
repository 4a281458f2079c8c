"""What writers share: the facts a record holds, and how to say which of them are not written."""
