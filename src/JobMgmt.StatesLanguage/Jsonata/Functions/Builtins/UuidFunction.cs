using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$uuid</c>: a random UUID, version 4, drawn from the execution's seed (Step Functions).</summary>
internal sealed class UuidFunction : BuiltinFunction
{
    public UuidFunction()
        : base("uuid", "<:s>", 0)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        var random = arguments.Run.Environment.Random;
        var bytes = BitConverter.GetBytes(random.Next()).Concat(BitConverter.GetBytes(random.Next())).ToArray();
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40); // version 4: the high bits of Guid's third field, stored low byte first
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80); // RFC 4122 variant
        return new Guid(bytes).ToString("D");
    }
}
