# diagnosis: no-quotes
print(Hello, Python)
