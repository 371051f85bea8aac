"""The words about keeping the guide for use offline that the tests look for."""

KEEP = "Keep this guide on this device"
FORGET = "Remove it from this device"
