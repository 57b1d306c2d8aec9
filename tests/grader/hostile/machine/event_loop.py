# verdict: crashed
# as: output
import asyncio


async def knock():
    reader, _ = await asyncio.open_connection("127.0.0.1", @PORT@)
    print(await reader.read())


asyncio.run(knock())
