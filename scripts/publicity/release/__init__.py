"""What leaves the house: today a deterministic archive for the portal."""
