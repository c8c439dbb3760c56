using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.UUID()</c>: a random (version 4) UUID, drawn from the execution's seed.</summary>
internal sealed class StatesUUID : IntrinsicFunction
{
    public override string Name => "States.UUID";

    public override int MinArguments => 0;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random) => Next(random).ToString("D");

    internal static Guid Next(IRandomSource random)
    {
        var bytes = BitConverter.GetBytes(random.Next()).Concat(BitConverter.GetBytes(random.Next())).ToArray();
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40); // version 4: the high bits of Guid's third field, stored low byte first
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80); // RFC 4122 variant
        return new Guid(bytes);
    }
}
