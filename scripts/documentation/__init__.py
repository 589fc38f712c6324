"""The documentation site: what people wrote in docs/, and pages made of the specifications and of the command."""
