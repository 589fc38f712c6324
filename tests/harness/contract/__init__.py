"""What every service is held to, whatever it is: see ``services`` for the table and ``world`` for how it is reached."""
