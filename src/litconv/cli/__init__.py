"""The command line: arguments → pipeline → exit code. Nothing bibliographic happens here."""
