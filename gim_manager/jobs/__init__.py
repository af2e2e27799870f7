"""What each job does to the Info Mart, as steps of SQL."""
