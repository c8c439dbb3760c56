using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$partition</c>: an array in chunks of a size (Step Functions).</summary>
internal sealed class PartitionFunction : BuiltinFunction
{
    public PartitionFunction()
        : base("partition", "<x?x?:x>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments[0] is null)
        {
            return null;
        }

        if (arguments[0] is not JsonArray array)
        {
            throw new JsonataException("T0412").With("index", 1);
        }

        if (array.Count == 0)
        {
            return null;
        }

        var given = arguments.Number(1);
        var size = given is { } number ? Math.Truncate(number) : array.Count;
        if (size < 0)
        {
            throw new JsonataException("D3137").With("message", "Second argument must be zero or greater");
        }

        return size == 0 ? null : new JsonataArray(Chunks(array, (int)Math.Min(size, array.Count)));
    }

    private static List<JsonValue> Chunks(JsonArray array, int size)
    {
        var chunks = new List<JsonValue>();
        for (var at = 0; at < array.Count; at += size)
        {
            chunks.Add(new JsonataArray(array.Skip(at).Take(size).ToList()));
        }

        return chunks;
    }
}
