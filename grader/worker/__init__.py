"""The worker: a process of its own that runs jobs in the sandbox, one fresh instance for each.

It is started by path, never imported: `python -I grader/worker/__main__.py COMPILED SHA256 FOLDER`, or
`python -I grader/worker/__main__.py --compile WASM COMPILED` to make the native code once.
It needs wasmtime and the standard library, and speaks frames of JSON over its pipes.
"""
