using JobMgmt.StatesLanguage.Intrinsics.Functions;

namespace JobMgmt.StatesLanguage.Intrinsics;

/// <summary>The table of intrinsic functions.</summary>
internal static class IntrinsicFunctions
{
    public static IReadOnlyList<IntrinsicFunction> All { get; } = new IntrinsicFunction[]
    {
        new StatesFormat(),
        new StatesStringToJson(),
        new StatesJsonToString(),
        new StatesArray(),
        new StatesArrayPartition(),
        new StatesArrayContains(),
        new StatesArrayRange(),
        new StatesArrayGetItem(),
        new StatesArrayLength(),
        new StatesArrayUnique(),
        new StatesBase64Encode(),
        new StatesBase64Decode(),
        new StatesHash(),
        new StatesJsonMerge(),
        new StatesMathRandom(),
        new StatesMathAdd(),
        new StatesStringSplit(),
        new StatesUUID(),
    };

    private static readonly Dictionary<string, IntrinsicFunction> _byName = All.ToDictionary(function => function.Name, StringComparer.Ordinal);

    public static bool TryGet(string name, out IntrinsicFunction? function) => _byName.TryGetValue(name, out function);
}
