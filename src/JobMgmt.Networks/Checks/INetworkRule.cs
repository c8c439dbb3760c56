namespace JobMgmt.Networks.Checks;

/// <summary>One rule of job networks. It looks at a whole machine, never throws, whatever the JSON, and leaves to the states language's validator what is its.</summary>
internal interface INetworkRule
{
    void Check(CheckedScope machine, FindingList findings);
}
